/// <reference types="node" />
import { expect, test } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const repository = join(here, '../../../../..');
const stylesOfMantine = dirname(join(repository, 'packages/web/node_modules/@mantine/core/styles/Button.css'));
const loaded = ['core.css', 'pages.css', 'work.css'].map((file) => readFileSync(join(here, file), 'utf8')).join('\n');

/** What each component stands on, where its own name has no style file. */
const standsOn: Record<string, readonly string[]> = {
  TextInput: ['Input'],
  Textarea: ['Input'],
  NativeSelect: ['Input'],
  Select: ['Input', 'Combobox', 'Popover'],
  MultiSelect: ['Input', 'Combobox', 'PillsInput'],
  InputBase: ['Input'],
  PasswordInput: ['Input', 'PasswordInput', 'ActionIcon'],
  Modal: ['Modal', 'ModalBase', 'Overlay', 'CloseButton'],
  Drawer: ['Drawer', 'ModalBase', 'Overlay', 'CloseButton'],
  Checkbox: ['Checkbox', 'InlineInput'],
};

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
}

function mantineComponentsIn(code: string): string[] {
  return [...code.matchAll(/import \{([^}]+)\} from '@mantine\/core'/g)]
    .flatMap((match) => (match[1] ?? '').split(','))
    .map((name) => name.trim())
    .filter((name) => /^[A-Z]/.test(name));
}

test('every Mantine component in use has its styles loaded', () => {
  const used = new Set(['packages/web/src', 'apps/admin/src', 'apps/learner/src'].flatMap((folder) => sources(join(repository, folder))).flatMap(mantineComponentsIn));
  const needed = [...used].flatMap((name) => standsOn[name] ?? [name]).filter((name) => existsSync(join(stylesOfMantine, `${name}.css`)));
  expect(needed.length).toBeGreaterThan(15);
  expect(needed.filter((name) => !loaded.includes(`/${name}.css'`))).toEqual([]);
});
