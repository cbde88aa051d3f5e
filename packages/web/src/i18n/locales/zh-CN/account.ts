import type { Translation } from '../../translation.ts';
import type { account as source } from '../en/account.ts';

/** 管理员发放的链接与个人资料页的文字，与 `session` 合用。 */
export const account: Translation<typeof source> = {
  link: {
    invitationTitle: '欢迎，{{name}}',
    invitationText: '请为 {{login}} 设置密码，之后即为您登录。',
    resetTitle: '设置新密码',
    resetText: '账户：{{login}}。之后您将在此登录，并在其他所有设备上退出。',
    newPassword: '新密码',
    repeat: '再次输入新密码',
    submit: '设置密码并登录',
    goneTitle: '此链接已失效',
    goneText: '它已被使用，或已过期。请向管理员索取新的链接。',
    toSignIn: '前往登录',
  },
  password: {
    rule: '至少 {{count}} 个字符；连用几个词就很好。',
    tooShort: '请至少使用 {{count}} 个字符。',
    differ: '两次输入不一致。',
    refused: '此密码被拒绝。请选择不那么常见的密码。',
  },
  profile: {
    title: '我的资料',
    about: '关于我',
    name: '姓名',
    email: '电子邮箱',
    employeeNumber: '工号',
    organization: '组织',
    none: '无',
    changedByAdmin: '这些信息来自您的组织，可由管理员更改。',
    display: '显示',
    timeZone: '时区',
    timeZoneText: '截止日期和时间按此时区显示。当地现在是 {{time}}。',
    timeZoneDiffers: '此设备设置为另一个时区（{{zone}}）。',
    security: '密码与登录',
    currentPassword: '当前密码',
    changePassword: '更改密码',
    passwordChanged: '密码已更改。',
    currentWrong: '当前密码不正确。没有任何更改。',
    everywhereTitle: '在所有设备上退出',
    everywhereText: '结束您在此设备及其他所有设备上的登录。',
    everywhere: '在所有设备上退出',
  },
};
