/** Who the bot is. */
import { z } from 'zod';
import { trialId } from '../../trialId.ts';
import { type Check, firstOf, notAsked, wrong } from './setup.ts';

const isGuid = (value = ''): boolean => z.guid().safeParse(value.trim()).success;
const same = (one = '', other = ''): boolean => one.toLowerCase() === other.toLowerCase();
const isManaged = (env: Readonly<Record<string, string>>): boolean =>
  same(env.MicrosoftAppType, 'UserAssignedMSI');

/** What people paste that is no value: quotes around it, blanks, dots to fill in. */
const pastedWrong = /^['"\s]|['"\s]$|…|\.\.\.|^<.*>$/;

const knownTypes = ['singletenant', 'multitenant', 'userassignedmsi'];
const ownVariables = /^(MicrosoftApp\w*:|HOST: without)/;

export const identityChecks: readonly Check[] = [
  {
    check: 'appId',
    isNeeded: true,
    look: ({ env: { MicrosoftAppId: id, MicrosoftAppTenantId: tenant } }) =>
      firstOf([
        [id === undefined, 'noAppId'],
        [!isGuid(id), 'appIdShape'],
        [same(id, trialId), 'appIdTrial'],
        [same(id, tenant), 'appIdIsTenant'],
      ]),
  },
  {
    check: 'type',
    isNeeded: true,
    look: ({ env: { MicrosoftAppType: type = 'SingleTenant' } }) =>
      firstOf([[!knownTypes.includes(type.trim().toLowerCase()), 'typeUnknown']]),
  },
  {
    check: 'audience',
    isNeeded: false,
    look: ({ env: { MicrosoftAppType: type } }) =>
      firstOf([[same(type, 'MultiTenant'), 'typeMulti']]),
  },
  {
    check: 'tenant',
    isNeeded: true,
    look: ({ env }) => {
      const { MicrosoftAppId: id, MicrosoftAppTenantId: tenant, MicrosoftAppType: type } = env;
      if (id === undefined) return notAsked('afterAppId');
      return firstOf([
        [tenant === undefined && !same(type, 'MultiTenant'), 'tenantMissing'],
        [tenant !== undefined && !isGuid(tenant), 'tenantShape'],
      ]);
    },
  },
  {
    check: 'secret',
    isNeeded: true,
    look: ({ env }) => {
      const { MicrosoftAppId: id, MicrosoftAppPassword: secret } = env;
      if (id === undefined) return notAsked('afterAppId');
      return firstOf([
        [isManaged(env) && secret !== undefined, 'secretForManaged'],
        [!isManaged(env) && secret === undefined, 'secretMissing'],
        [secret !== undefined && isGuid(secret), 'secretIsId'],
        [secret !== undefined && pastedWrong.test(secret), 'secretPasted'],
      ]);
    },
  },
  {
    check: 'settings',
    isNeeded: true,
    look: ({ settingLines }) => {
      const others = settingLines.filter((line) => !ownVariables.test(line));
      return others.length > 0 ? wrong('settings', others.join('; ')) : undefined;
    },
  },
];
