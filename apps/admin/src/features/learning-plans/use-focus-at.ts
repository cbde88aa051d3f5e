import { useEffect } from 'react';
import { useLocation, useSearchParams } from 'react-router';

/**
 * Brings the focus to the place that the address names: `?at=` the `data-at` of a part (`plan`, or a milestone's key), `&field=` the
 * `data-field` in it. Used where a problem leads to its cause.
 */
export function useFocusAt(): void {
  const [params] = useSearchParams();
  const { key } = useLocation();
  const at = params.get('at');
  const field = params.get('field')?.split('.')[0];
  useEffect(() => {
    if (!at) return;
    // After the page has put the focus on the step's heading.
    const timer = setTimeout(() => {
      const part = document.querySelector<HTMLElement>(`[data-at="${CSS.escape(at)}"]`);
      const target = (field && part?.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`)) || part;
      const focusable = target?.matches('input, textarea, button, [tabindex]') ? target : target?.querySelector<HTMLElement>('input, textarea, button, [tabindex]');
      focusable?.focus();
      target?.scrollIntoView({ block: 'center' });
    });
    return () => clearTimeout(timer);
  }, [at, field, key]);
}
