import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { ColourSchemeSwitch } from '../ui/colour-scheme-switch.tsx';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { usePageTitle } from '../ui/page-title.tsx';
import { ProductMark } from '../ui/product-mark.tsx';
import classes from './session-pages.module.css';

/** The frame of every page before sign-in: one card, and the switches of language and colours. */
export function Entrance({ title, children }: { title: string; children: ReactNode }) {
  usePageTitle(title);
  return (
    <div className={classes.entrance}>
      <main className={classes.card}>
        <ProductMark />
        <Title order={1} size="h2" mt="lg" mb="md">
          {title}
        </Title>
        {children}
      </main>
      <footer className={classes.switches}>
        <LanguageSwitch />
        <ColourSchemeSwitch />
      </footer>
    </div>
  );
}
