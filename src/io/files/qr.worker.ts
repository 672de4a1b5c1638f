import { readQr, type Pixels } from './qr';

interface Asked extends Pixels {
  readonly timeLimit: number;
}

// One question at a time; the answer is the text, or undefined.
addEventListener('message', (event: MessageEvent<Asked>) => {
  const { timeLimit, ...pixels } = event.data;
  void readQr(pixels, timeLimit).then((text) => {
    postMessage(text);
  });
});
