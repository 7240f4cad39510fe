/** The two kinds of storage, each new for a test. */
import { LowdbPlace, type Place } from '../support/storage/place.ts';
import { PostgresPlace } from '../support/storage/postgresPlace.ts';
import type { Home } from './mortalBot.ts';

/** With the part of the bot's environment that leads to it. */
export type HomePlace = Place & { home: Home };

export const stores: { name: string; make: () => Promise<HomePlace> }[] = [
  {
    name: 'a data folder',
    make: async () => {
      const place = await LowdbPlace.make();
      return Object.assign(place, { home: { dataDir: place.folder } });
    },
  },
  {
    name: 'PostgreSQL',
    make: async () => {
      const place = await PostgresPlace.make();
      return Object.assign(place, { home: { dataDir: '', databaseUrl: place.url } });
    },
  },
];
