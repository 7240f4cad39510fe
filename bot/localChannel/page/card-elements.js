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
    bar.max = this.getValue(ProgressBar.maxProperty) ?? 100;
    const value = this.getValue(ProgressBar.valueProperty);
    if (value !== undefined) bar.value = value;
    return bar;
  }
}

export function registerCardElements() {
  for (const [name, element] of Object.entries({ Badge, ProgressBar })) {
    GlobalRegistry.elements.register(name, element, Versions.v1_5);
  }
}
