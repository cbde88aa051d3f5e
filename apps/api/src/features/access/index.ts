export { createIdentities, type Identities } from './identities.ts';
export { makeApiKey } from './api-key.ts';
export { resolveApiKey, resolveSession } from './resolve-caller.ts';
export { registerSessionRoutes } from './session-routes.ts';
export { SignInLimiter } from './sign-in-limiter.ts';
export { makeSignInLink, setPassword } from './sign-in-links.ts';
export { DirectoryResolver } from './directory.resolver.ts';
export { peopleScope } from './people-scope.ts';
export { ViewerResolver } from './viewer.resolver.ts';
