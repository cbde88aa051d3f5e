import { defineConfig } from 'vite';
import { appConfig } from '../../tools/vite/app-config.ts';

export default defineConfig(appConfig({ root: import.meta.dirname, base: '/admin/', port: 5173 }));
