declare module '@tabler/icons-react/dist/esm/icons/*.mjs' {
  const icon: unknown;
  export default icon;
}
