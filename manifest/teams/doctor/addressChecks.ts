/** Where the channel finds the bot, and who else does. */
import { isLoopback } from '../../../bot/loopback.ts';
import { faultOfEndpoint } from '../endpoint.ts';
import { type Check, firstOf, notAsked, wrong } from './setup.ts';

/** What an address answers that is not 401, which is what a bot says to a stranger. */
const adviceFor: [from: number, to: number, advice: string][] = [
  [200, 299, 'answerOpen'],
  [300, 399, 'answerElsewhere'],
  [403, 403, 'answerForbidden'],
  [404, 405, 'answerNobody'],
  [502, 504, 'answerGateway'],
  [0, 999, 'answerOther'],
];

const failures: Record<string, string> = {
  ENOTFOUND: 'answerUnknownHost',
  EAI_AGAIN: 'answerUnknownHost',
  ECONNREFUSED: 'answerDown',
  certificate: 'answerCertificate',
  slow: 'answerSlow',
};

export const addressChecks: readonly Check[] = [
  {
    check: 'endpoint',
    isNeeded: true,
    look: ({ endpoint }) => {
      const fault = faultOfEndpoint(endpoint);
      return fault && wrong(fault);
    },
  },
  {
    check: 'answer',
    isNeeded: true,
    look: ({ answer }) => {
      if (!answer) return notAsked('afterEndpoint');
      if ('failure' in answer) {
        return wrong(failures[answer.failure] ?? 'answerDown', answer.failure);
      }
      const { status } = answer;
      if (status === 401) return undefined;
      const [, , advice = 'answerOther'] =
        adviceFor.find(([from, to]) => status >= from && status <= to) ?? [];
      return wrong(advice, String(status));
    },
  },
  {
    check: 'publicUrl',
    isNeeded: true,
    look: ({ endpoint, env: { PUBLIC_URL: url } }) => {
      if (url === undefined || !endpoint || !URL.canParse(endpoint)) return undefined;
      const isSame = URL.canParse(url) && new URL(url).origin === new URL(endpoint).origin;
      return isSame ? undefined : wrong('publicUrl');
    },
  },
  {
    check: 'exposed',
    isNeeded: true,
    look: ({ env: { MicrosoftAppId: id, HOST: host } }) =>
      firstOf([[id === undefined && host !== undefined && !isLoopback(host), 'exposed']]),
  },
  {
    check: 'local',
    isNeeded: true,
    look: ({ env: { MicrosoftAppId: id, SERVICE_URLS: urls } }) =>
      firstOf([[id !== undefined && /\/\/(localhost|127\.)/.test(urls ?? ''), 'serviceUrls']]),
  },
];
