/** Loaded into a bot that is measured (`--import`): tells what the engine holds of it when it is asked. */
import { getHeapSpaceStatistics } from 'node:v8';

process.on('message', () => {
  const spaces = Object.fromEntries(
    getHeapSpaceStatistics().map(({ space_name, space_used_size, physical_space_size }) => [
      space_name,
      { used: space_used_size, held: physical_space_size },
    ]),
  );
  process.send({ spaces, external: process.memoryUsage().external });
});
process.channel.unref();
