/** The app that people install. */
import { type Check, firstOf, notAsked, type Setup, type Verdict, wrong } from './setup.ts';

/** Where what somebody else publishes would be trusted too. */
const shared =
  /^\*(\.[\w-]+)?$|^\*\.(ngrok(-free)?\.(app|dev|io)|azurewebsites\.net|devtunnels\.ms|[\w.-]*azurecontainerapps\.io|botframework\.com)$/;
const signInDomain = 'token.botframework.com';

type Facts = NonNullable<Setup['app']>;

const ofApp =
  (look: (app: Facts, setup: Setup) => Verdict): Check['look'] =>
  (setup) =>
    setup.app ? look(setup.app, setup) : notAsked('noTools');

const ofManifest = (
  look: (manifest: NonNullable<Facts['manifest']>, setup: Setup) => Verdict,
): Check['look'] =>
  ofApp(({ manifest }, setup) => (manifest ? look(manifest, setup) : notAsked('afterManifest')));

/** Lines of one kind of file. */
const linesOn = (kind: RegExp, advice: string): Check['look'] =>
  ofApp(({ mistakes }) => {
    const lines = mistakes.filter((line) => kind.test(line));
    return lines.length > 0 ? wrong(advice, lines.join('; ')) : undefined;
  });

export const packageChecks: readonly Check[] = [
  {
    check: 'publisher',
    isNeeded: true,
    look: ofApp(({ publisher }) =>
      publisher.length > 0 ? wrong('publisher', publisher.join('; ')) : undefined,
    ),
  },
  { check: 'manifest', isNeeded: true, look: linesOn(/^manifest\.json/, 'manifest') },
  { check: 'icons', isNeeded: true, look: linesOn(/\.png/, 'icons') },
  { check: 'texts', isNeeded: true, look: linesOn(/^[\w-]+\.json(?<!manifest\.json)/, 'texts') },
  {
    check: 'bot',
    isNeeded: true,
    look: ofManifest(({ id, bots }, { env: { MicrosoftAppId: appId } }) => {
      if (appId === undefined) return notAsked('afterAppId');
      const ids = [id, ...bots.map(({ botId }) => botId)];
      const others = ids.filter((other) => other.toLowerCase() !== appId.toLowerCase());
      return others.length > 0 ? wrong('otherBot', others.join(', ')) : undefined;
    }),
  },
  {
    check: 'signOn',
    isNeeded: false,
    look: ofManifest(({ webApplicationInfo: info }, { env, endpoint }) => {
      const { MicrosoftAppId: appId = '', GRAPH_APP_ID: readerId = '' } = env;
      if (!appId) return notAsked('afterAppId');
      if (!info) return wrong('signOnMissing');
      const { id, resource } = info;
      const [, host = ''] = /^api:\/\/(?:([\w.-]+)\/)?botid-/i.exec(resource) ?? [];
      const own = URL.canParse(endpoint ?? '') ? new URL(endpoint ?? '').hostname : '';
      const isEnd = resource.toLowerCase().endsWith(`botid-${appId.toLowerCase()}`);
      return firstOf([
        [![appId, readerId].some((known) => known.toLowerCase() === id.toLowerCase()), 'signOnId'],
        [!resource.startsWith('api://') || !isEnd, 'signOnResource'],
        [host !== '' && own !== '' && host !== own, 'signOnHost'],
      ]);
    }),
  },
  {
    check: 'domains',
    isNeeded: false,
    look: ofManifest(({ validDomains }) => {
      const shaped = validDomains.filter((domain) => !/^(\*\.)?[\w-]+(\.[\w-]+)+$/.test(domain));
      const open = validDomains.filter((domain) => shared.test(domain));
      if (open.length > 0) return wrong('domainOpen', open.join(', '));
      if (shaped.length > 0) return wrong('domainShape', shaped.join(', '));
      return validDomains.includes(signInDomain) ? undefined : wrong('domainSignIn');
    }),
  },
  {
    check: 'packed',
    isNeeded: false,
    look: ofApp(({ packed }, { env: { MicrosoftAppId: appId = '' } }) => {
      if (!packed) return notAsked('notPacked');
      if (appId === '') return notAsked('afterAppId');
      const isOther = packed.botId.toLowerCase() !== appId.toLowerCase();
      return firstOf([
        [isOther, 'packedOther'],
        [!packed.isCurrent, 'packedOld'],
      ]);
    }),
  },
];
