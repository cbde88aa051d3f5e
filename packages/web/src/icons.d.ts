declare module '@tabler/icons-react/dist/esm/icons/*.mjs' {
  const icon: import('./ui/icons.ts').Icon;
  export default icon;
}
