import { createContext, type ReactNode, useContext } from 'react';

/** The zone of this browser's clock (IANA). */
export const browserTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

const ReaderZoneContext = createContext<string | null>(null);

/** States the zone in which the person below reads times; without it the browser's zone holds. */
export function ReaderZoneProvider({ timeZone, children }: { timeZone: string | null; children: ReactNode }) {
  return <ReaderZoneContext.Provider value={timeZone}>{children}</ReaderZoneContext.Provider>;
}

/** The reader's time zone (IANA): their setting, else the browser's. */
export function useReaderZone(): string {
  return useContext(ReaderZoneContext) ?? browserTimeZone();
}
