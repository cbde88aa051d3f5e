import { browserProject } from '../../tools/jest/browser-project.js';

export default browserProject('admin');
