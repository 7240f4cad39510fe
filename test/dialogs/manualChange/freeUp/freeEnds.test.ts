import { describeGoodEnds } from '../goodEnds.ts';
import { freeCourses } from './freeCourses.ts';

describeGoodEnds('Licences are taken back, and nothing else of anybody', freeCourses);
