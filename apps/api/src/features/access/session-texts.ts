/** What the sign-in routes say, in each language. */
export const sessionTexts = {
  SIGNED_OUT: { en: 'You are signed out. Sign in to go on.', 'zh-CN': '您已退出登录。请登录后继续。' },
  WRONG_CREDENTIALS: {
    en: 'This sign-in name and password do not match. Check both and try again.',
    'zh-CN': '登录名与密码不匹配。请检查后重试。',
  },
  CHOOSE_ORGANIZATION: { en: 'Choose the organization to sign in to.', 'zh-CN': '请选择要登录的组织。' },
  TOO_MANY_TRIES: {
    en: 'Too many tries. Wait a while before you try again; nothing is lost.',
    'zh-CN': '尝试次数过多。请稍后再试，不会丢失任何内容。',
  },
  WRONG_PASSWORD: { en: 'The current password is not right.', 'zh-CN': '当前密码不正确。' },
  LINK_ENDED: {
    en: 'This link has been used or is too old. Ask your administrator for a new one.',
    'zh-CN': '此链接已使用或已过期。请向管理员索取新链接。',
  },
} as const;
