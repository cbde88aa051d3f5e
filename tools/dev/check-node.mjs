// Preloaded (`node --import`) before anything in TypeScript: an older Node would fail on the first file with a riddle.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 22)) {
  console.error(
    `Milepost needs Node 22.22 or newer and was started by ${process.version} (${process.execPath}).\n` +
      'On Linux its own Node 24 comes with the packages: start by "npm start" or "npm test" in the project folder, not by calling node yourself.\n' +
      'Elsewhere, install Node 24 from https://nodejs.org.',
  );
  process.exit(1);
}
