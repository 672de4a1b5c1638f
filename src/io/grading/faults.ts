import type { FileFault } from '../../core/interop';
import type { Refused } from './model';

/**
 * What a reader of files says, as a reason.
 * @example fileFault({ code: 'too-large' }) // { code: 'file-too-large' }
 */
export function fileFault(fault: FileFault | { readonly code: 'damaged' | 'newer' }): Refused {
  switch (fault.code) {
    case 'too-large':
      return { code: 'file-too-large' };
    case 'malformed':
      return { code: 'malformed', path: fault.path };
    case 'not-text':
    case 'not-ours':
    case 'damaged':
    case 'newer':
      return { code: fault.code };
  }
}
