import { type CSSVariablesResolver, createTheme, type MantineColorsTuple, type MantineThemeOverride } from '@mantine/core';
import { accentScale, darkBackground, defaultAccent } from './accent-scale.ts';

/** Tones that carry meaning; every status is one of them, with an icon and a word beside it. */
export const tones = ['neutral', 'info', 'success', 'warning', 'danger'] as const;
export type Tone = (typeof tones)[number];

interface ToneColours {
  /** Text and icons on `background` and on the page: ≥ 4.5:1. */
  readonly text: string;
  readonly background: string;
  /** Bars and dots beside the page's background: ≥ 3:1. */
  readonly solid: string;
}

/** The colours of each tone in both schemes. */
export const toneColours: Readonly<Record<'light' | 'dark', Readonly<Record<Tone, ToneColours>>>> = {
  light: {
    neutral: { text: '#4a515c', background: '#eef0f3', solid: '#868d99' },
    info: { text: '#1d4fa8', background: '#e6effc', solid: '#3b74d6' },
    success: { text: '#1a6636', background: '#e2f4e8', solid: '#2c8a4f' },
    warning: { text: '#7a4b00', background: '#fdf0d9', solid: '#b06e05' },
    danger: { text: '#a3211b', background: '#fde8e6', solid: '#d0342c' },
  },
  dark: {
    neutral: { text: '#c3c8d0', background: '#2e3238', solid: '#8a929e' },
    info: { text: '#a5c6fa', background: '#1d3050', solid: '#5b93ee' },
    success: { text: '#93d8ab', background: '#183a26', solid: '#3fa765' },
    warning: { text: '#f0c878', background: '#40300f', solid: '#cf9433' },
    danger: { text: '#f7aaa3', background: '#4b1f1c', solid: '#e5655c' },
  },
};

const gray: MantineColorsTuple = ['#f7f8f9', '#eff1f3', '#e5e7eb', '#d8dbe0', '#c3c8cf', '#6b7280', '#5b6270', '#454b56', '#2f343c', '#1c1f24'];
const dark: MantineColorsTuple = ['#d4d7dc', '#bcc1c9', '#a0a6b0', '#7d8490', '#3d424a', '#32363d', '#25282e', darkBackground, '#141619', '#0e0f11'];
const red: MantineColorsTuple = ['#fdeceb', '#fad7d4', '#f4b3ae', '#f0978f', '#e87268', '#dc4a40', '#c6302a', '#a82520', '#8a1e1a', '#6d1814'];

const fontFamily =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";

/** The look of both apps: type scale, spacing, neutral greys and one accent (hex, from the organization's branding). Sizes stand nowhere else. */
export function makeTheme(accent: string = defaultAccent): MantineThemeOverride {
  return createTheme({
    colors: { accent: accentScale(accent), gray, dark, red },
    primaryColor: 'accent',
    primaryShade: { light: 6, dark: 6 },
    black: '#1c1f24',
    fontFamily,
    fontFamilyMonospace: "ui-monospace, 'SF Mono', Menlo, Consolas, 'Noto Sans Mono', monospace",
    fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
    lineHeights: { xs: '1.4', sm: '1.45', md: '1.55', lg: '1.6', xl: '1.6' },
    spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2.25rem' },
    radius: { xs: '0.1875rem', sm: '0.3125rem', md: '0.5rem', lg: '0.75rem', xl: '1.25rem' },
    defaultRadius: 'md',
    headings: {
      fontFamily,
      fontWeight: '650',
      textWrap: 'balance',
      sizes: {
        h1: { fontSize: '1.625rem', lineHeight: '1.25' },
        h2: { fontSize: '1.25rem', lineHeight: '1.3' },
        h3: { fontSize: '1.0625rem', lineHeight: '1.4' },
        h4: { fontSize: '1rem', lineHeight: '1.45' },
        h5: { fontSize: '0.875rem', lineHeight: '1.45' },
        h6: { fontSize: '0.75rem', lineHeight: '1.45' },
      },
    },
    respectReducedMotion: true,
    cursorType: 'pointer',
    focusRing: 'auto',
    components: {
      // An element that only catches the focus stands among the items of a menu, where nothing else may stand.
      // What opens stands in the landmark of what opened it, not at the end of the page, outside of all.
      Menu: { defaultProps: { withInitialFocusPlaceholder: false, withinPortal: false } },
      Combobox: { defaultProps: { withinPortal: false } },
      // The list itself scrolls: around it the keyboard could not reach what scrolls.
      Select: { defaultProps: { withScrollArea: false, styles: { options: { maxBlockSize: '16rem', overflowY: 'auto' } } } },
      // The head of a dialog is not the banner of the page.
      ModalHeader: { defaultProps: { role: 'presentation' } },
      DrawerHeader: { defaultProps: { role: 'presentation' } },
    },
  });
}

/** Which of Mantine's colours stands for a tone: what it lays on its own light background misses 4.5:1. */
const colourOf: Partial<Record<Tone, string>> = { warning: 'yellow', danger: 'red' };

const toneVariables = (scheme: 'light' | 'dark'): Record<string, string> =>
  Object.fromEntries(
    tones.flatMap((tone) => {
      const { text, background, solid } = toneColours[scheme][tone];
      return [
        [`--mp-${tone}-text`, text],
        [`--mp-${tone}-background`, background],
        [`--mp-${tone}-solid`, solid],
        ...(colourOf[tone] ? [[`--mantine-color-${colourOf[tone]}-light`, background], [`--mantine-color-${colourOf[tone]}-light-color`, text]] : []),
      ];
    }),
  );

/** Mantine's own greys for hints and errors miss 4.5:1; here they reach it in both schemes, and the tones become variables. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': gray[6],
    '--mantine-color-placeholder': gray[5],
    '--mantine-color-error': toneColours.light.danger.text,
    '--mantine-color-accent-light': 'var(--mantine-color-accent-0)',
    '--mantine-color-accent-light-hover': 'var(--mantine-color-accent-1)',
    '--mantine-color-accent-light-color': 'var(--mantine-color-accent-7)',
    '--mp-line': gray[3],
    '--mp-surface': '#ffffff',
    '--mp-quiet': gray[0],
    ...toneVariables('light'),
  },
  dark: {
    '--mantine-color-dimmed': dark[2],
    '--mantine-color-placeholder': dark[2],
    '--mantine-color-error': toneColours.dark.danger.text,
    '--mantine-color-anchor': 'var(--mantine-color-accent-3)',
    '--mantine-color-accent-light': 'color-mix(in srgb, var(--mantine-color-accent-4) 15%, transparent)',
    '--mantine-color-accent-light-hover': 'color-mix(in srgb, var(--mantine-color-accent-4) 22%, transparent)',
    '--mantine-color-accent-light-color': 'var(--mantine-color-accent-3)',
    '--mp-line': dark[4],
    '--mp-surface': dark[6],
    '--mp-quiet': '#1f2227',
    ...toneVariables('dark'),
  },
});
