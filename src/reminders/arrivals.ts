import type { LookUps, Registry } from '../registry/index.ts';

export interface ArrivalParts {
  registry: Pick<Registry, 'takePosted' | 'settlePosted' | 'watch'>;
  lookUps: Pick<LookUps, 'watchers' | 'unwatch'>;
  /** Tells one chat that hours have arrived; rejects when it could not be told. */
  tell(chat: string): Promise<void>;
  /** Hears of chats that could not be told; never of persons. */
  onFailure(error: unknown): void;
}

/**
 * Tells everybody whose hours an import has brought and who asked to be told (「学了但查不到」, 2.2): once, and then no more until asked again.
 * A news is settled before it is told: killed in between, somebody may be missed, and will see the hours when they ask; nobody is told twice.
 */
export async function tellArrivals({ registry, lookUps, tell, onFailure }: ArrivalParts): Promise<number> {
  let told = 0;
  for await (const person of registry.takePosted(0)) {
    const chats = await lookUps.watchers(person);
    await registry.watch(person, false);
    await registry.settlePosted(person);
    for (const chat of chats) {
      await lookUps.unwatch(chat, person);
      await tell(chat).then(() => (told += 1), onFailure);
    }
  }
  return told;
}
