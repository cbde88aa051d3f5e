export { SavedViewResolver } from './saved-view.resolver.ts';
