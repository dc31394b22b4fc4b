export const texts = {
  noAnswer: '程序没有响应，这一步没有完成。请确认评审工作站还开着，然后再试一次。',
  unexpectedAnswer: '程序的回答不完整，这一步不能确认是否完成。请刷新页面核对后再试。',
};
