import type { Words } from '../locale/index.ts';
import { UsageError } from './exit.ts';

const FILE_ERRORS = new Set(['ENOENT', 'EACCES', 'EISDIR', 'EPERM', 'ENOSPC', 'EROFS', 'ENOTDIR']);

/** A file that cannot be read or written, as a line for whoever named it; any other error as it is. */
export function fileErrorIn(error: unknown, words: Words): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  return code !== undefined && FILE_ERRORS.has(code) && syscall !== undefined
    ? new UsageError(words.say('roster-file', { code }))
    : error;
}
