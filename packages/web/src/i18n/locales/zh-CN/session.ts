import type { Translation } from '../../translation.ts';
import type { session as source } from '../en/session.ts';

/** 登录与个人菜单的文字。 */
export const session: Translation<typeof source> = {
  signIn: {
    title: '登录',
    login: '电子邮箱或工号',
    password: '密码',
    showPassword: '显示或隐藏密码',
    submit: '登录',
    forgot: '忘记密码？',
    forgotAsk: '请向管理员索取重置链接。链接可通过任何方式交给您，仅可使用一次。',
    chooseOrganization: '选择您的组织',
    chooseOrganizationText: '您属于多个组织。要登录哪一个？',
    otherAccount: '使用其他账户',
    required: '请填写此项。',
    wrong: '与任何账户都不匹配。请检查输入的内容，然后重试。',
    tooMany_other: '尝试次数过多。请等待 {{count}} 分钟后再试。',
    signedOut: '您已退出登录。',
  },
  expired: {
    title: '您已被退出登录',
    text: '登录已结束，可能是因为一段时间没有操作。重新登录即可继续：您在此页面输入的内容仍然保留。',
    otherPerson: '请以 {{name}} 的身份登录以继续。现在登录的是另一个人；若要以该身份工作，请重新加载页面。',
    leave: '离开此页面',
  },
  signOut: '退出登录',
  profileLink: '我的资料',
  failed: '无法连接服务器。没有任何丢失；请重试。',
};
