/** What the address and the browser say about who speaks, where and how. */
const query = new URLSearchParams(location.search);
const languageKey = 'upgradera:language';

/** This page with other answers in its address. */
export function address(changes) {
  const other = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) other.delete(name);
    else other.set(name, value);
  }
  return `/?${other}`;
}

export const settings = {
  /** Name of the person; the default depends on the language. */
  user: query.get('user')?.trim().slice(0, 64) || undefined,
  tenant: query.get('tenant')?.trim() || undefined,
  conversation: query.get('conversation')?.trim() || undefined,
};

/** The conversation that this person was in last, in this browser. */
export function lastConversation(userId) {
  const key = `upgradera:conversation:${settings.tenant ?? ''}:${userId}`;
  return {
    get: () => localStorage.getItem(key) ?? undefined,
    set: (id) => localStorage.setItem(key, id),
    forget: () => localStorage.removeItem(key),
  };
}

/**
 * A language that was chosen in the header, for the page that comes next: it asks the bot for it.
 * A page in another language leaves it, since the choice was then not followed.
 */
export const chosenLanguage = {
  set: (locale) => sessionStorage.setItem(languageKey, locale),
  /** Tells once. */
  take(locale) {
    const chosen = sessionStorage.getItem(languageKey);
    sessionStorage.removeItem(languageKey);
    return chosen === locale;
  },
};

/** Light or dark: as asked in the address, else as chosen here before, else as the system has it. */
export function prepareTheme(button) {
  const root = document.documentElement;
  const key = 'upgradera:theme';
  const show = (theme) => {
    root.dataset.theme = theme;
    button.setAttribute('aria-pressed', String(theme === 'dark'));
  };
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  const asked = query.get('theme') ?? localStorage.getItem(key) ?? system;
  show(asked === 'dark' ? 'dark' : 'light');
  button.addEventListener('click', () => {
    const theme = root.dataset.theme === 'dark' ? 'light' : 'dark';
    localStorage.setItem(key, theme);
    show(theme);
  });
}
