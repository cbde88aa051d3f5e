/** Words of signing in and of the person's menu. */
export const session = {
  signIn: {
    title: 'Sign in',
    login: 'E-mail or employee number',
    password: 'Password',
    showPassword: 'Show or hide the password',
    submit: 'Sign in',
    forgot: 'Forgotten your password?',
    forgotAsk: 'Ask your administrator for a reset link. It can be handed to you in any way; it works once.',
    chooseOrganization: 'Choose your organization',
    chooseOrganizationText: 'You belong to several organizations. Where do you want to sign in?',
    otherAccount: 'Use another account',
    required: 'Fill this in.',
    wrong: 'This does not match any account. Check what you typed, then try again.',
    tooMany_one: 'Too many tries. Wait {{count}} minute, then try again.',
    tooMany_other: 'Too many tries. Wait {{count}} minutes, then try again.',
    signedOut: 'You are signed out.',
  },
  expired: {
    title: 'You were signed out',
    text: 'Your sign-in ended, probably because nothing happened for a while. Sign in again to go on: what you typed on this page is kept.',
    otherPerson: 'Sign in as {{name}} to go on here. Someone else signed in; reload the page to work as them.',
    leave: 'Leave this page',
  },
  signOut: 'Sign out',
  profileLink: 'My profile',
  failed: 'The server could not be reached. Nothing was lost; try again.',
} as const;
