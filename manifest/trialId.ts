/** Good enough to look at the package; Teams will not reach a bot through it. */
export const trialId = '6f1d2a40-5c3b-4e8f-9a57-2b90c4e7d813';
