import type { ApolloClient } from '@apollo/client';
import { useEffect } from 'react';
import { useTranslation } from '../i18n/use-translation.tsx';
import { onComeback } from './connection-store.ts';

/** Reads what is shown again when the line is back, and when the reader changes the language: the API's sentences come in it. */
export function useFreshData(client: ApolloClient): void {
  const { i18n } = useTranslation();
  useEffect(() => {
    const readAgain = () => void client.refetchQueries({ include: 'active' });
    const stops = [onComeback(readAgain), i18n.subscribe(readAgain)];
    return () => stops.forEach((stop) => stop());
  }, [client, i18n]);
}
