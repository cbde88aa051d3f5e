import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { defaultAccent, parseHex } from './accent-scale.ts';

const storageKey = 'milepost.accent';
const BrandingContext = createContext<{ accent: string; setAccent(next: string): void } | null>(null);

function storedAccent(): string {
  try {
    return localStorage.getItem(storageKey) ?? defaultAccent;
  } catch {
    return defaultAccent;
  }
}

/** Holds the accent colour; it starts with the one this browser last saw, so that a page does not change colour while it loads. */
export function BrandingProvider({ children }: { children: (accent: string) => ReactNode }) {
  const [accent, setAccent] = useState(storedAccent);
  const value = useMemo(() => ({ accent, setAccent }), [accent]);
  return <BrandingContext.Provider value={value}>{children(accent)}</BrandingContext.Provider>;
}

/** Applies the organization's accent (hex) from now on; null means the default one, unreadable text changes nothing. */
export function useBranding(accentColor: string | null | undefined): void {
  const branding = useContext(BrandingContext);
  useEffect(() => {
    if (accentColor === undefined || !branding) return;
    const next = accentColor ?? defaultAccent;
    if (!parseHex(next) || next === branding.accent) return;
    branding.setAccent(next);
    try {
      localStorage.setItem(storageKey, next);
    } catch {
      // Without storage the colour is applied again after the next sign-in check.
    }
  }, [accentColor, branding]);
}
