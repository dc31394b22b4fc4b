/** What a synthetic file says of itself, so that it cannot end up in a real workspace. */
export const demonstrationMark = '演示数据';
