/** What the `${{NAME}}` of the manifest and of its pages stand for. */
import { nobody, publisherIn } from './publisher.ts';
import { trialId } from './trialId.ts';

/** Without an app id it is a package to look at. */
export function packageValuesIn(
  env: NodeJS.ProcessEnv,
): { values: Record<string, string>; isTrial: boolean } | { mistakes: string[] } {
  const MicrosoftAppId = env.MicrosoftAppId?.trim();
  if (!MicrosoftAppId) {
    const values = { ...nobody, MicrosoftAppId: trialId, SignInAppId: trialId };
    return { values, isTrial: true };
  }
  const found = publisherIn(env);
  if ('mistakes' in found) return found;
  // A managed identity has no registration that people could sign in to.
  const isManaged = env.MicrosoftAppType?.toLowerCase() === 'userassignedmsi';
  const SignInAppId = (isManaged && env.GRAPH_APP_ID?.trim()) || MicrosoftAppId;
  return { values: { ...found.publisher, MicrosoftAppId, SignInAppId }, isTrial: false };
}
