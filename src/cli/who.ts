import { userInfo } from 'node:os';

/** For the log of actions: whoever is logged in here. */
export function whoIsHere(): string {
  try {
    return `cli:${userInfo().username}`;
  } catch {
    // A container may run under a number that has no name.
    return `cli:${process.getuid?.() ?? 'unknown'}`;
  }
}
