import { type ReactNode, use } from 'react';
import { addWords, type I18n, type MessageLoaders } from './make-i18n.ts';
import { useTranslation } from './use-translation.tsx';

const ready = new WeakMap<I18n, Map<MessageLoaders, Promise<void>>>();

/** Asks once for each, and again if it failed: what failed is told by the page's boundary, whose retry comes here. */
function wordsReady(i18n: I18n, loaders: MessageLoaders): Promise<void> {
  const known = ready.get(i18n) ?? new Map<MessageLoaders, Promise<void>>();
  ready.set(i18n, known);
  const asked = known.get(loaders) ?? addWords(i18n, loaders);
  known.set(loaders, asked);
  asked.catch(() => known.delete(loaders));
  return asked;
}

/** Waits, inside a Suspense, for texts that the start page does without; what is below is loaded meanwhile. */
export function FurtherWords({ loaders, children }: { loaders: MessageLoaders; children: ReactNode }) {
  const { i18n } = useTranslation();
  return (
    <>
      <Words ready={wordsReady(i18n, loaders)} />
      {children}
    </>
  );
}

function Words({ ready: promise }: { ready: Promise<void> }) {
  use(promise);
  return null;
}
