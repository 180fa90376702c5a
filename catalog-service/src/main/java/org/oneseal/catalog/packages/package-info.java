/**
 * Packages (一件事一次办): items that belong to one event of life or business, asked for once: one form,
 * one set of materials, one order of handling (国办发〔2022〕32号). An editor draws it up as a graph of
 * items, in stages with a lead department where it has them; publishing checks it; anyone may ask
 * what it means for him.
 *
 * <p>A package names items by their codes; which version counts is the item's own affair, day by
 * day. What is merged is therefore derived and never stored.
 */
@NullMarked
package org.oneseal.catalog.packages;

import org.jspecify.annotations.NullMarked;
