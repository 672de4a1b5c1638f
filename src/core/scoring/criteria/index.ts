import type { Criterion } from '../criterion';
import { r1a } from './r1a';
import { r1b } from './r1b';
import { r1c } from './r1c';
import { r1d } from './r1d';
import { r2a } from './r2a';
import { r2b } from './r2b';
import { r2c } from './r2c';
import { r2d } from './r2d';
import { r3a } from './r3a';
import { r3b } from './r3b';
import { r3c } from './r3c';
import { r3d } from './r3d';
import { r4a } from './r4a';
import { r4b } from './r4b';
import { r4c } from './r4c';
import { r4d } from './r4d';
import { r5a } from './r5a';
import { r5b } from './r5b';
import { r5c } from './r5c';
import { r6a } from './r6a';
import { r6b } from './r6b';
import { r6c } from './r6c';
import { r6d } from './r6d';
import { r7a } from './r7a';
import { r7b } from './r7b';
import { r7c } from './r7c';
import { r7d } from './r7d';

/** The 27 rows of the 7R model, in the order of `CRITERIA`. A new row is one file here and one line in each list. */
export const criteria: readonly Criterion[] = [
  r1a,
  r1b,
  r1c,
  r1d,
  r2a,
  r2b,
  r2c,
  r2d,
  r3a,
  r3b,
  r3c,
  r3d,
  r4a,
  r4b,
  r4c,
  r4d,
  r5a,
  r5b,
  r5c,
  r6a,
  r6b,
  r6c,
  r6d,
  r7a,
  r7b,
  r7c,
  r7d,
];
