declare module '@tabler/icons-react/dist/esm/icons/*.mjs' {
  // oxlint-disable-next-line typescript/consistent-type-imports -- an import at the top would make this file a module
  const icon: import('./ui/icon.ts').Icon;
  export default icon;
}
