import { afterEach, jest } from '@jest/globals';
import '@testing-library/jest-dom/jest-globals';
import { cleanup, configure } from '@testing-library/react';

// What jsdom lacks and Mantine asks for. Nothing moves: a dialog that fades after its test would be told of.
globalThis.matchMedia ??= ((media: string) => ({
  matches: media.includes('prefers-reduced-motion'),
  media,
  onchange: null,
  addListener: () => {},
  removeListener: () => {},
  addEventListener: () => {},
  removeEventListener: () => {},
  dispatchEvent: () => false,
})) as never;
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
} as never;
File.prototype.text ??= function (this: File) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(reader.result as string));
    reader.addEventListener('error', () => reject(reader.error!));
    reader.readAsText(this);
  });
};
Element.prototype.scrollIntoView ??= () => {};
window.scrollTo = () => {};
HTMLCanvasElement.prototype.getContext = () => null;
Object.defineProperty(document, 'fonts', { value: { addEventListener: () => {}, removeEventListener: () => {} }, configurable: true });

// The environment brings Node's AbortSignal, which fetch needs and jsdom's elements refuse.
const elements = Object.getPrototypeOf(Node.prototype) as EventTarget;
const listen = elements.addEventListener;
elements.addEventListener = function (this: EventTarget, type, listener, options) {
  if (typeof options !== 'object' || !options.signal) return listen.call(this, type, listener, options);
  const { signal, ...others } = options;
  listen.call(this, type, listener, others);
  signal.addEventListener('abort', () => this.removeEventListener(type, listener, others));
};

// Parts that are loaded on use are compiled the first time a test meets them, on machines of any speed.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(30_000);
afterEach(() => {
  cleanup();
  localStorage.clear();
});
