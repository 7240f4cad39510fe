/** Views of the cards that only real tenants see. */
import { allowLicencesCard } from '../../../cards/connect/allowLicencesCard.ts';
import { connectCard } from '../../../cards/connect/connectCard.ts';
import { disconnectCard } from '../../../cards/connect/disconnectCard.ts';
import { adminCenterCard } from '../../../cards/upgrade/adminCenterCard.ts';
import { money } from '../../../commerce/model/money.ts';
import { samplesOf } from './cardSamples.ts';
import { longNames, names, now, timeZone } from './sampleData.ts';

export const connectSamples = {
  'admin-center': samplesOf(adminCenterCard, {
    one: {
      ...names,
      purchase: { quantity: 1, term: 'P1M', billing: 'monthly' },
      price: money(1_234, 'USD'),
      until: now,
      timeZone,
    },
    full: {
      ...longNames,
      purchase: { quantity: 100_000, term: 'P3Y', billing: 'annual' },
      price: money(123_456_789, 'SEK'),
      until: now,
      timeZone,
    },
  }),
  connect: samplesOf(connectCard, {
    plain: {
      reads: [
        { name: 'Organization.Read.All', isNeeded: true },
        { name: 'ServiceHealth.Read.All', isNeeded: false },
      ],
      link: 'https://login.microsoftonline.com/t/v2.0/adminconsent?state=s',
      minutes: 30,
    },
  }),
  'allow-licences': samplesOf(allowLicencesCard, {
    plain: {
      name: 'LicenseAssignment.ReadWrite.All',
      link: 'https://login.microsoftonline.com/t/v2.0/adminconsent?state=s',
      minutes: 30,
    },
  }),
  disconnect: samplesOf(disconnectCard, { plain: { since: now } }),
};
