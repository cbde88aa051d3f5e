import { lazy, type ReactNode, Suspense } from 'react';
import { ErrorState } from '../ui/error-state.tsx';
import { PageSkeleton } from '../ui/skeletons.tsx';
import { useSession } from './session-context.tsx';

const SignInPage = lazy(async () => ({ default: (await import('./sign-in-page.tsx')).SignInPage }));

/** Shows its children to who is signed in, and the sign-in in their place to others: the address stays, so one lands where one wanted. */
export function RequireSession({ children, loading = <PageSkeleton /> }: { children: ReactNode; loading?: ReactNode }) {
  const { state, refresh } = useSession();
  if (state.is === 'LOADING') return loading;
  if (state.is === 'UNREACHABLE') {
    return (
      <main>
        <ErrorState order={1} failure={{ kind: 'NETWORK', lost: 'NOTHING' }} onRetry={() => void refresh()} />
      </main>
    );
  }
  if (state.is === 'SIGNED_OUT') {
    return (
      <Suspense fallback={loading}>
        <SignInPage justLeft={state.byWish ?? false} />
      </Suspense>
    );
  }
  return children;
}
