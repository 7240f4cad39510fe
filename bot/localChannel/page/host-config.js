/** How cards look: like Teams. The colours are those of the page, so both themes share this. */
const colour = (name, subtle = name) => ({ default: `var(--${name})`, subtle: `var(--${subtle})` });

const foregroundColors = {
  default: colour('ink', 'subtle'),
  dark: colour('ink', 'subtle'),
  light: colour('on-accent'),
  accent: colour('accent'),
  good: colour('good'),
  warning: colour('warning'),
  attention: colour('attention'),
};

const style = (background) => ({ backgroundColor: `var(--${background})`, foregroundColors });

export const hostConfig = {
  fontFamily: 'inherit',
  spacing: { small: 6, default: 10, medium: 16, large: 24, extraLarge: 32, padding: 16 },
  separator: { lineThickness: 1, lineColor: 'var(--line)' },
  supportsInteractivity: true,
  fontTypes: {
    default: {
      fontFamily: 'inherit',
      fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
      fontWeights: { lighter: 300, default: 400, bolder: 600 },
    },
    monospace: {
      fontFamily: 'ui-monospace, Consolas, monospace',
      fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
      fontWeights: { lighter: 300, default: 400, bolder: 600 },
    },
  },
  lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
  containerStyles: {
    default: style('card'),
    emphasis: style('emphasis'),
    accent: style('accent-tint'),
    good: style('good-tint'),
    warning: style('warning-tint'),
    attention: style('attention-tint'),
  },
  imageSizes: { small: 32, medium: 52, large: 100 },
  actions: {
    maxActions: 6,
    spacing: 'Default',
    // The gap between buttons is in cards.css, so that they wrap.
    buttonSpacing: 0,
    showCard: { actionMode: 'Inline', inlineTopMargin: 16, style: 'emphasis' },
    actionsOrientation: 'Horizontal',
    actionAlignment: 'Left',
    allowTitleToWrap: true,
  },
  adaptiveCard: { allowCustomStyle: false },
  factSet: {
    title: { size: 'Default', weight: 'Bolder', wrap: true, maxWidth: 280 },
    value: { size: 'Default', wrap: true },
    spacing: 16,
  },
  inputs: {
    label: {
      inputSpacing: 'Small',
      requiredInputs: { weight: 'Bolder', suffix: ' *', suffixColor: 'Attention' },
      optionalInputs: { weight: 'Bolder' },
    },
    errorMessage: { color: 'Attention', size: 'Small' },
  },
  textBlock: { headingLevel: 2 },
};
