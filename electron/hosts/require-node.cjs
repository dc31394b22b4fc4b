// Runs on any Node, however old, before anything else: plain old syntax, no dependency. 22.18 is the first version that
// runs the sources as they are; earlier versions of 23 do not either.
'use strict';
var version = process.versions.node;
var major = Number(version.split('.')[0]);
var minor = Number(version.split('.')[1]);
if (major < 22 || (major === 22 && minor < 18) || (major === 23 && minor < 6)) {
  console.error(
    '评审工作站需要 Node.js 22.18 或更高版本，这里是 ' +
      version +
      '。请从 nodejs.org 安装新版本后再试。\n' +
      'The judging workstation needs Node.js 22.18 or later; this is ' +
      version +
      '. Please install a newer one from nodejs.org and try again.',
  );
  process.exit(1);
}
