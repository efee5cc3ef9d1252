/** The program itself with a probe in front of it: `server serve`. */
import './probe.ts';

await import('../../src/cli/main.ts');
