/** Everything at once, with faults, for so long: `npm run soak [-- minutes]`. The same code as the test; draws `bench/soak.svg`. */
import { spawnSync } from 'node:child_process';

const minutes = process.argv[2] ?? '30';
const { status } = spawnSync('npx', ['vitest', 'run', 'test/faults/soak.test.ts'], {
  env: { ...process.env, SOAK_MINUTES: minutes, SOAK_PICTURE: 'bench/soak.svg' },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
