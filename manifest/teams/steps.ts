/** What `create` and `update` will do, as data: shown before it is done. */
import { commandLine } from './microsoftTool.ts';

/** The manifest as Microsoft's tool takes it. */
export const manifestFile = 'dist/manifest.json';

export interface Registration {
  endpoint: string;
  /** Instead of a bot that Teams keeps: a resource in Azure, as an OAuth connection needs. */
  azure?: { resourceGroup: string; subscription?: string };
}

export interface Step {
  /** Key under `teamsTool.steps`. */
  key: string;
  values?: Record<string, string>;
  /** What Microsoft's tool is asked, where it is. */
  args?: readonly string[];
}

const icons = ['--color-icon', 'manifest/color.png', '--outline-icon', 'manifest/outline.png'];
const signIn: Step = { key: 'signIn', args: ['login'] };
const build: Step = { key: 'build' };

export function createArgs({ endpoint, azure }: Registration, identityFile: string): string[] {
  const named = ['--name', 'Upgradera', '--endpoint', endpoint, '--sign-in-audience', 'myOrg'];
  const { resourceGroup, subscription } = azure ?? {};
  const place = resourceGroup
    ? ['--azure', '--resource-group', resourceGroup]
    : ['--teams-managed'];
  const paid = subscription ? ['--subscription', subscription] : [];
  return ['app', 'create', ...named, ...place, ...paid, '--env', identityFile, ...icons];
}

export const updateArgs = (teamsAppId: string, endpoint: string): string[] => [
  ...['app', 'update', teamsAppId, '--endpoint', endpoint],
  ...icons,
];

export const uploadArgs = (teamsAppId: string): string[] => [
  ...['app', 'manifest', 'upload', manifestFile, teamsAppId],
];

export function createSteps(registration: Registration, identityFile: string): Step[] {
  const { endpoint } = registration;
  return [
    signIn,
    { key: 'create', values: { endpoint }, args: createArgs(registration, identityFile) },
    { key: 'keep', values: { file: identityFile } },
    build,
    { key: 'upload', args: uploadArgs('TEAMS_APP_ID') },
  ];
}

export function updateSteps(teamsAppId: string, endpoint: string): Step[] {
  return [
    signIn,
    { key: 'update', values: { endpoint }, args: updateArgs(teamsAppId, endpoint) },
    build,
    { key: 'upload', args: uploadArgs(teamsAppId) },
  ];
}

export const commandOf = ({ args }: Step): string | undefined => args && commandLine(args);
