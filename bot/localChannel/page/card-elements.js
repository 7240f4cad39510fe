/** Elements that Teams draws and the library does not know. */
const { CardElement, GlobalRegistry, NumProperty, StringProperty, Versions } =
  globalThis.AdaptiveCards;

const text = (name) => new StringProperty(Versions.v1_5, name);
const number = (name) => new NumProperty(Versions.v1_5, name);

class Badge extends CardElement {
  static textProperty = text('text');
  static styleProperty = text('style');

  getJsonTypeName() {
    return 'Badge';
  }

  internalRender() {
    const badge = document.createElement('span');
    badge.className = 'badge';
    badge.dataset.tone = this.getValue(Badge.styleProperty)?.toLowerCase() ?? 'default';
    badge.textContent = this.getValue(Badge.textProperty) ?? '';
    const line = document.createElement('div');
    line.append(badge);
    return line;
  }
}

class ProgressBar extends CardElement {
  static valueProperty = number('value');
  static maxProperty = number('max');
  static colorProperty = text('color');
  #label = '';

  getJsonTypeName() {
    return 'ProgressBar';
  }

  /** The bar has no words of its own; those of its fallback say what it means. */
  internalParse(source, context) {
    super.internalParse(source, context);
    this.#label = source.fallback?.text ?? '';
  }

  internalRender() {
    const bar = document.createElement('progress');
    bar.setAttribute('aria-label', this.#label);
    bar.dataset.tone = this.getValue(ProgressBar.colorProperty)?.toLowerCase() ?? 'accent';
    bar.max = this.getValue(ProgressBar.maxProperty) ?? 100;
    const value = this.getValue(ProgressBar.valueProperty);
    if (value !== undefined) bar.value = value;
    return bar;
  }
}

/** Of one bar: the words beside the colours say what each part is. */
class StackedBar extends CardElement {
  #title = '';
  #parts = [];

  getJsonTypeName() {
    return 'Chart.HorizontalBar.Stacked';
  }

  internalParse(source, context) {
    super.internalParse(source, context);
    const [bar] = Array.isArray(source.data) ? source.data : [];
    this.#title = String(bar?.title ?? '');
    this.#parts = Array.isArray(bar?.data) ? bar.data : [];
  }

  internalRender() {
    const chart = element('div', 'chart');
    const bar = element('div', 'chart-bar');
    bar.setAttribute('aria-hidden', 'true');
    const legend = element('ul', 'chart-legend');
    for (const { legend: words, value, color } of this.#parts) {
      const part = element('span', 'chart-part');
      part.style.flexGrow = String(Number(value) || 0);
      part.dataset.tone = String(color);
      bar.append(part);
      const line = element('li', 'chart-line', String(words ?? ''));
      line.dataset.tone = String(color);
      legend.append(line);
    }
    chart.append(element('div', 'chart-title', this.#title), bar, legend);
    return chart;
  }
}

function element(name, className, words = '') {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = words;
  return made;
}

const drawn = { Badge, ProgressBar, 'Chart.HorizontalBar.Stacked': StackedBar };

export function registerCardElements() {
  for (const [name, element] of Object.entries(drawn)) {
    GlobalRegistry.elements.register(name, element, Versions.v1_5);
  }
}
