/** Puts the page together. */
import { inputsIn, prepareCards } from './card.js';
import { Composer } from './composer.js';
import { DirectLine } from './direct-line.js';
import { MessageList } from './message-list.js';
import { address, chosenLanguage, lastConversation, prepareTheme, settings } from './settings.js';
import { Suggestions } from './suggestions.js';
import { keepUnsent, Unsent } from './unsent.js';

/** Milliseconds after which a sign of typing without a message goes away. */
const typingLasts = 10_000;

const byId = (id) => document.getElementById(id);

/** @returns how to set the conversation that the invitation leads to */
function fillHeader(user, locale, words) {
  const other = locale === 'en-US' ? 'sv-SE' : 'en-US';
  byId('person').textContent = user.name;
  byId('language').href = address({ locale: other });
  byId('language').lang = other;
  byId('language').addEventListener('click', () => {
    keepUnsent(other, composer.text, inputsIn(byId('messages')));
    if (list.hasBegun) chosenLanguage.set(other);
  });
  const friend = user.name === words.secondPerson ? words.firstPerson : words.secondPerson;
  return (conversation) => {
    byId('invite').href = address({ conversation, user: friend });
  };
}

function typingSign(element) {
  let timer;
  return (activity) => {
    if (activity.from?.role !== 'bot') return;
    clearTimeout(timer);
    element.hidden = activity.type !== 'typing';
    if (!element.hidden) timer = setTimeout(() => (element.hidden = true), typingLasts);
  };
}

const { lang: locale, dataset } = document.documentElement;
const words = JSON.parse(dataset.words);
prepareTheme(byId('theme'));
prepareCards();

const name = settings.user ?? words.firstPerson;
const user = { id: name.toLowerCase(), name };
const invite = fillHeader(user, locale, words);
const last = lastConversation(user.id);
const notice = byId('notice');
const unsent = new Unsent(locale);

const list = new MessageList(byId('messages'), byId('empty'), {
  user,
  locale,
  words,
  post: (activity) => {
    unsent.forgetInputs();
    return list.follow(line.post(activity));
  },
  fillIn: (inputs) => unsent.fillIn(inputs),
  swap: (card, change) => {
    list.swap(card, change);
    byId('announcement').textContent = words.cardUpdated;
  },
  reveal: (answer) => list.reveal(answer),
});
const showTyping = typingSign(byId('typing'));

const send = async (text) => {
  notice.textContent = '';
  if (text !== words.languageCommand) unsent.forgetInputs();
  try {
    const { status } = await list.follow(line.post({ type: 'message', text }));
    if (status >= 500) notice.textContent = words.notAnswered;
    else if (status >= 400) notice.textContent = words.notSent;
    return status < 400 || status >= 500;
  } catch {
    notice.textContent = words.notSent;
    return false;
  }
};
const characters = new Intl.NumberFormat(locale);
const composer = new Composer(byId('composer'), byId('length'), {
  send,
  sayTooLong: (length, most) =>
    words.tooLong
      .replace('{{length}}', characters.format(length))
      .replace('{{most}}', characters.format(most)),
});
composer.text = unsent.text;
const suggestions = new Suggestions(byId('suggestions'), (text) => composer.say(text));

const conversation = settings.conversation ?? last.get();
const line = new DirectLine({
  conversation,
  user,
  locale,
  tenant: settings.tenant,
  resume: conversation !== undefined && conversation === last.get(),
  hears: {
    joined(id) {
      last.set(id);
      invite(id);
      if (chosenLanguage.take(locale)) void composer.say(words.languageCommand);
    },
    activity(activity) {
      showTyping(activity);
      suggestions.receive(activity, user.id);
      list.receive(activity);
    },
    online(isOnline) {
      notice.textContent = isOnline ? '' : words.offline;
    },
  },
});

byId('new-chat').addEventListener('click', () => {
  last.forget();
  location.assign(address({ conversation: undefined }));
});

composer.focus();
await line.run();
