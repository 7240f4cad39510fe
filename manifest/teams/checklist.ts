/** What only somebody with an account can do, each with the page where it is done. */
import { identityFile } from './identityFile.ts';

export interface Task {
  /** Key under `teamsTool.tasks`. */
  key: string;
  values?: Record<string, string>;
  link?: string;
}

const entra =
  'https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~';

/** @param appId a stand-in where there is none yet */
export function tasksAfter(env: NodeJS.ProcessEnv, endpoint: string, appId: string): Task[] {
  const readsTenants = env.BACKEND?.trim() === 'microsoft';
  const readerId = env.GRAPH_APP_ID?.trim() || appId;
  return [
    { key: 'start', values: { command: `set -a; . ./${identityFile}; set +a; npm start` } },
    { key: 'reach', values: { endpoint } },
    { key: 'pages' },
    { key: 'allowUpload', link: 'https://admin.teams.microsoft.com/policies/app-setup' },
    { key: 'install', link: 'https://dev.teams.microsoft.com/apps' },
    { key: 'everybody', link: 'https://admin.teams.microsoft.com/policies/manage-apps' },
    {
      key: 'expose',
      values: { resource: `api://botid-${appId}` },
      link: `${entra}/ProtectAnAPI/appId/${appId}`,
    },
    ...(readsTenants
      ? [
          { key: 'permissions', link: `${entra}/CallAnAPI/appId/${readerId}` },
          {
            key: 'redirect',
            values: { address: `${new URL(endpoint).origin}/consent` },
            link: `${entra}/Authentication/appId/${readerId}`,
          },
        ]
      : []),
    ...(env.PARTNER_TENANT_ID?.trim()
      ? [
          {
            key: 'partner',
            link: 'https://partner.microsoft.com/dashboard/account/v3/appmanagement',
          },
        ]
      : []),
  ];
}
