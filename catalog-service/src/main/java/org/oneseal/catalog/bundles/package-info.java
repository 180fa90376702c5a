/**
 * Bundles: the catalog of a region as one signed file, carried from one environment to another
 * (试运行环境、上级平台、本级平台). Reading one says first what it would change, item by item and field by field;
 * taking it over happens whole or not at all. What is half, altered, signed by a stranger or of a
 * newer format changes nothing and says why. Upper levels' lists are watched by the same means
 * (目录动态调整): differences are told to editors, who settle them, and never taken over by themselves.
 */
@NullMarked
package org.oneseal.catalog.bundles;

import org.jspecify.annotations.NullMarked;
