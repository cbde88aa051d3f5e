import { Component, type ReactNode } from 'react';
import { useTranslation } from '../i18n/use-translation.tsx';
import { ErrorState } from './error-state.tsx';
import { PlainButton } from './plain-button.tsx';

interface PageBoundaryProps {
  /** A change of it (the address) gives the page another try. */
  resetKey: string;
  children: ReactNode;
}

/** Holds a page that fails while it renders or loads, so that the rest of the app stays usable. */
export class PageBoundary extends Component<PageBoundaryProps, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override componentDidUpdate(before: PageBoundaryProps) {
    if (before.resetKey !== this.props.resetKey && this.state.error) this.setState({ error: null });
  }

  override render() {
    if (!this.state.error) return this.props.children;
    return <PageFailure error={this.state.error} onRetry={() => this.setState({ error: null })} />;
  }
}

// After a new release the chunks of the old one are gone; the browser then says one of these.
const missingChunk = /dynamically imported module|importing a module script failed|unable to preload/i;

/** What stands in place of a page that failed: a new version to load, a connection to wait for, or a fault with another try. */
export function PageFailure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation('ui');
  const unloaded = error instanceof Error && missingChunk.test(error.message);
  const reload = (
    <PlainButton look={unloaded ? 'FILLED' : 'QUIET'} onClick={() => window.location.reload()}>
      {t('action.reload')}
    </PlainButton>
  );
  if (unloaded && !navigator.onLine) return <ErrorState order={1} failure={{ kind: 'NETWORK', lost: 'NOTHING' }} action={reload} />;
  const title = unloaded ? t('error.staleTitle') : t('error.pageTitle');
  const text = unloaded ? t('error.staleText') : t('error.pageText');
  // A chunk that failed to load stays failed until the page is loaded again: another try would only repeat the answer.
  return <ErrorState order={1} failure={{ kind: 'OTHER', title, text, lost: 'NOTHING' }} onRetry={unloaded ? undefined : onRetry} action={reload} />;
}
