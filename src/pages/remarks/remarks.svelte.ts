import type { Remarks } from '../../core/course';
import { readFile, remarksFromLink } from '../../core/interop';
import { keepRemarks, type Placed } from '../../io/classroom';
import type { Services } from '../../io/services';
import { readPasted } from '../../ui/classroom/pasted';

/** Why what was opened are no remarks. */
export type Broken = 'truncated' | 'damaged' | 'newer' | 'none' | 'file';

/** Remarks with thousands of words stay far below this. */
const LARGEST = 1_000_000;

/** Remarks that came back from the instructor, and where they were put. */
export class ReturnedRemarks {
  remarks = $state.raw<Remarks | undefined>();
  broken = $state<Broken | undefined>();
  /** Undefined while they are being put away, and where they could not be. */
  placed = $state.raw<Placed | undefined>();
  /** `not-here`: the work is on another device; `unsaved`: the storage refused. */
  trouble = $state<'not-here' | 'unsaved' | undefined>();
  readonly #services: Services;

  constructor(services: Services) {
    this.#services = services;
  }

  /** Reads a link, or what is left of one. */
  async openText(text: string): Promise<void> {
    const read = readPasted(text, { route: 'remarks', read: remarksFromLink });
    if (read.ok) await this.#open(read.value);
    else this.broken = brokenBy(read.error);
  }

  /** Reads a remarks file. */
  async openFile(file: Blob): Promise<void> {
    const bytes = file.size > LARGEST ? undefined : await file.arrayBuffer().catch(() => undefined);
    const read = bytes && readFile(new Uint8Array(bytes));
    if (read?.ok === true && read.value.kind === 'remarks') await this.#open(read.value.remarks);
    else this.broken = read?.ok === false && read.error.code === 'newer' ? 'newer' : 'file';
  }

  async #open(remarks: Remarks): Promise<void> {
    this.broken = undefined;
    this.trouble = undefined;
    this.remarks = remarks;
    try {
      const placed = await keepRemarks(await this.#services.store(), remarks);
      if (placed.ok) this.placed = placed.value;
      else this.trouble = placed.error.code === 'not-here' ? 'not-here' : 'unsaved';
    } catch (error) {
      console.error(error);
      this.trouble = 'unsaved';
    }
  }
}

function brokenBy(fault: string): Broken {
  if (fault === 'truncated' || fault === 'newer') return fault;
  return fault === 'not-a-code' ? 'none' : 'damaged';
}
